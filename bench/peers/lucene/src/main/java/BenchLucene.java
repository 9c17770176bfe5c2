import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/**
 * Lucene as a peer: text stored, positions kept, English analyzer without stop words, the date a
 * point.
 *
 *   BenchLucene build FILE.jsonl FOLDER THREADS
 *   BenchLucene search FOLDER QUERIES.tsv
 *
 * Queries and output are as in plain_xapian.cpp; BM25, ten hits whose stored text is read.
 */
public final class BenchLucene {
  private static final Analyzer ANALYZER =
      new EnglishAnalyzer(org.apache.lucene.analysis.CharArraySet.EMPTY_SET);

  private static String text(JsonObject article, String name) {
    JsonElement value = article.get(name);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }

  /** 2026-02-04... as 20260204; 0 when there is no date. */
  private static long day(String text) {
    String digits = text.substring(0, Math.min(10, text.length())).replace("-", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static Document document(String line) {
    JsonObject article = JsonParser.parseString(line).getAsJsonObject();
    Document document = new Document();
    document.add(new StringField("id", text(article, "id"), Field.Store.YES));
    document.add(new TextField("headline", text(article, "headline"), Field.Store.YES));
    document.add(new TextField("body", text(article, "body"), Field.Store.YES));
    long day = day(text(article, "published"));
    document.add(new LongPoint("day", day));
    document.add(new NumericDocValuesField("day", day));
    return document;
  }

  private static void build(Path file, Path folder, int threads) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(ANALYZER).setRAMBufferSizeMB(512);
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, config);
        BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      List<Thread> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Thread thread = new Thread(() -> index(writer, lines));
        thread.start();
        running.add(thread);
      }
      for (Thread thread : running) thread.join();
      writer.commit();
    }
  }

  private static void index(IndexWriter writer, BufferedReader lines) {
    try {
      for (;;) {
        String line;
        synchronized (lines) {
          line = lines.readLine();
        }
        if (line == null) return;
        writer.addDocument(document(line));
      }
    } catch (Exception e) {
      throw new RuntimeException(e);
    }
  }

  private static List<Term> terms(String text) throws Exception {
    List<Term> terms = new ArrayList<>();
    try (TokenStream stream = ANALYZER.tokenStream("body", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) terms.add(new Term("body", term.toString()));
      stream.end();
    }
    return terms;
  }

  private static Query both(List<Term> terms, Occur occur) {
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (Term term : terms) builder.add(new TermQuery(term), occur);
    return builder.build();
  }

  private static Query query(String[] fields) throws Exception {
    List<Term> two = terms(fields[2] + " " + fields[3]);
    switch (fields[1]) {
      case "or":
        return both(two, Occur.SHOULD);
      case "and":
        return both(two, Occur.MUST);
      case "phrase":
        return new PhraseQuery("body", two.stream().map(Term::text).toArray(String[]::new));
      case "date":
        return new BooleanQuery.Builder()
            .add(new TermQuery(two.get(0)), Occur.MUST)
            .add(LongPoint.newRangeQuery("day", day(fields[4]), day(fields[5])), Occur.FILTER)
            .build();
      default:
        return new TermQuery(two.get(0));
    }
  }

  private static void search(Path folder, Path queries) throws Exception {
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (String line : Files.readAllLines(queries)) {
        String[] fields = line.split("\t", -1);
        long start = System.nanoTime();
        ScoreDoc[] hits = searcher.search(query(fields), 10).scoreDocs;
        StoredFields stored = searcher.storedFields();
        long bytes = 0;
        for (ScoreDoc hit : hits) {
          Document document = stored.document(hit.doc, Set.of("id", "headline"));
          bytes += document.get("id").length() + document.get("headline").length();
        }
        double took = (System.nanoTime() - start) / 1e3;
        System.out.printf("%s\t%.1f\t%d\t%d%n", fields[0], took, hits.length, bytes);
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    String task = arguments.length > 0 ? arguments[0] : "";
    if (task.equals("version")) {
      System.out.println("Lucene " + Version.LATEST + ", Java " + Runtime.version().feature());
    } else if (task.equals("build") && arguments.length == 4) {
      build(Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]));
    } else if (task.equals("search") && arguments.length == 3) {
      search(Path.of(arguments[1]), Path.of(arguments[2]));
    } else {
      System.err.println("usage: build FILE FOLDER THREADS | search FOLDER QUERIES");
      System.exit(2);
    }
  }
}
