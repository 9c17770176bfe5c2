//! Tantivy as a peer: text stored, positions kept, English stemmer, the date a fast field.
//!
//!   bench_tantivy build FILE.jsonl FOLDER THREADS
//!   bench_tantivy search FOLDER QUERIES.tsv
//!
//! Queries and output are as in plain_xapian.cpp; BM25, ten hits whose stored text is read.
use std::fs;
use std::io::{BufRead, BufReader};
use std::ops::Bound;
use std::time::Instant;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, PhraseQuery, Query, RangeQuery, TermQuery};
use tantivy::schema::{
    IndexRecordOption, Schema, TextFieldIndexing, TextOptions, Value, FAST, INDEXED, STORED, STRING,
};
use tantivy::{doc, Index, ReloadPolicy, TantivyDocument, Term};

const MEMORY: usize = 512 << 20;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn schema() -> Schema {
    let mut schema = Schema::builder();
    let text = TextOptions::default().set_stored().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("en_stem")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions),
    );
    schema.add_text_field("id", STRING | STORED);
    schema.add_text_field("headline", text.clone());
    schema.add_text_field("body", text);
    schema.add_u64_field("day", INDEXED | FAST);
    schema.build()
}

/// 2026-02-04... as 20260204; 0 when there is no date.
fn day(text: &str) -> u64 {
    let digits: String = text.chars().take(10).filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

fn build(file: &str, folder: &str, threads: usize) -> Result<()> {
    fs::create_dir_all(folder)?;
    let schema = schema();
    let index = Index::create_in_dir(folder, schema.clone())?;
    let mut writer = index.writer_with_num_threads(threads, MEMORY)?;
    let field = |name: &str| schema.get_field(name);
    let (id, headline, body, date) =
        (field("id")?, field("headline")?, field("body")?, field("day")?);
    for line in BufReader::with_capacity(1 << 20, fs::File::open(file)?).lines() {
        let article: serde_json::Value = serde_json::from_str(&line?)?;
        let text = |name: &str| article[name].as_str().unwrap_or("");
        writer.add_document(doc!(id => text("id"), headline => text("headline"),
                                 body => text("body"), date => day(text("published"))))?;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(())
}

/// A word as the index has it; nothing when the analyzer drops it.
fn stems(index: &Index, text: &str) -> Result<Vec<String>> {
    let mut analyzer = index.tokenizer_for_field(index.schema().get_field("body")?)?;
    let mut stream = analyzer.token_stream(text);
    let mut stems = Vec::new();
    stream.process(&mut |token| stems.push(token.text.clone()));
    Ok(stems)
}

fn query(index: &Index, fields: &[&str]) -> Result<Box<dyn Query>> {
    let body = index.schema().get_field("body")?;
    let word = |text: &str| -> Result<Box<dyn Query>> {
        let stem = stems(index, text)?.pop().unwrap_or_default();
        let term = Term::from_field_text(body, &stem);
        Ok(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)))
    };
    let both = |occur| -> Result<Box<dyn Query>> {
        let clauses = vec![(occur, word(fields[2])?), (occur, word(fields[3])?)];
        Ok(Box::new(BooleanQuery::new(clauses)))
    };
    match fields[1] {
        "or" => both(Occur::Should),
        "and" => both(Occur::Must),
        "phrase" => {
            let stems = stems(index, &format!("{} {}", fields[2], fields[3]))?;
            let terms = stems.iter().map(|stem| Term::from_field_text(body, stem)).collect();
            Ok(Box::new(PhraseQuery::new(terms)))
        }
        "date" => {
            let date = index.schema().get_field("day")?;
            let bound = |text| Bound::Included(Term::from_field_u64(date, day(text)));
            let range = RangeQuery::new(bound(fields[4]), bound(fields[5]));
            Ok(Box::new(BooleanQuery::new(vec![
                (Occur::Must, word(fields[2])?),
                (Occur::Must, Box::new(tantivy::query::ConstScoreQuery::new(Box::new(range), 0.0))),
            ])))
        }
        _ => word(fields[2]),
    }
}

fn search(folder: &str, queries: &str) -> Result<()> {
    let index = Index::open_in_dir(folder)?;
    let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
    let id = index.schema().get_field("id")?;
    let headline = index.schema().get_field("headline")?;
    for line in fs::read_to_string(queries)?.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let start = Instant::now();
        let searcher = reader.searcher();
        let hits = searcher.search(&query(&index, &fields)?, &TopDocs::with_limit(10))?;
        let mut bytes = 0;
        for (_, address) in &hits {
            let article: TantivyDocument = searcher.doc(*address)?;
            for field in [id, headline] {
                bytes += article.get_first(field).and_then(|v| v.as_str()).map_or(0, str::len);
            }
        }
        let took = start.elapsed().as_secs_f64() * 1e6;
        println!("{}\t{:.1}\t{}\t{}", fields[0], took, hits.len(), bytes);
    }
    Ok(())
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[1..] {
        ["version"] => println!("Tantivy {}", tantivy::version_string()),
        ["build", file, folder, threads] => build(file, folder, threads.parse()?)?,
        ["search", folder, queries] => search(folder, queries)?,
        _ => return Err("usage: build FILE FOLDER THREADS | search FOLDER QUERIES".into()),
    }
    Ok(())
}
