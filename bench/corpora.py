"""Corpora to measure on, and the queries asked of them."""
import collections
import json
import pathlib
import random
import re
import subprocess

QUERY_KINDS = ('term', 'or', 'and', 'phrase', 'date')
SAMPLE = 20000  # articles that words for queries are taken from


class Corpus:
    """One set of articles: `source` for ours, `jsonl` for all."""

    def __init__(self, name, jsonl, source=None):
        self.name = name
        self.jsonl = pathlib.Path(jsonl)
        self.source = source
        self.articles = 0
        self.text_bytes = 0
        with open(jsonl, encoding='utf-8') as lines:
            for line in lines:
                article = json.loads(line)
                self.articles += 1
                for field in ('headline', 'summary', 'body'):
                    self.text_bytes += len((article.get(field) or '').encode())


def make_reuters(folder, work, newsindex):
    """Reuters-21578 as JSON Lines, or None when it is not there."""
    if not folder or not list(pathlib.Path(folder).glob('*.sgm')):
        return None
    jsonl = work / 'reuters.jsonl'
    if not jsonl.exists():
        with open(jsonl, 'wb') as out:
            subprocess.run([newsindex, 'extract', folder], stdout=out, check=True)
    return Corpus('Reuters-21578', jsonl, folder)


def vary(line, copy):
    """An article as another agency might have sent it, another year: other id, date and names."""
    article = json.loads(line)
    article['id'] = f'{article.get("id")}-{copy}'
    published = article.get('published') or ''
    if published[:4].isdigit():
        # 29 February is in leap years only.
        day = published[4:10].replace('-02-29', '-02-28')
        article['published'] = f'{int(published[:4]) + copy % 35:04}{day}{published[10:]}'
    ending = 'aeiou'[copy % 5] + 'nrstlm'[copy // 5 % 6] + 'aeiou'[copy // 30 % 5]

    def other_name(match):
        # One name in four, always the same ones.
        name = match.group()
        return name + ending if sum(name.encode()) % 4 == 0 else name

    for field in ('headline', 'body'):
        if article.get(field):
            article[field] = re.sub(r'\b[A-Z][a-z]{4,}\b', other_name, article[field])
    return json.dumps(article, ensure_ascii=False) + '\n'


def repeat(corpus, times, work):
    """The same articles several times over, each time varied."""
    jsonl = work / f'{corpus.jsonl.stem}-x{times}.jsonl'
    if not jsonl.exists():
        with open(jsonl, 'w', encoding='utf-8') as out:
            for copy in range(times):
                with open(corpus.jsonl, encoding='utf-8') as lines:
                    for line in lines:
                        out.write(vary(line, copy) if copy > 0 else line)
    return Corpus(f'{corpus.name} x {times}', jsonl)


def make_generated(megabytes, work, generator):
    jsonl = work / f'generated-{megabytes}.jsonl'
    if not jsonl.exists():
        with open(jsonl, 'wb') as out:
            subprocess.run([generator, str(megabytes)], stdout=out, check=True)
    return Corpus(f'generated, {megabytes} MB', jsonl)


def make_queries(corpus, count, seed=1):
    """`count` queries of each kind, as rows: id, kind, word, word, from, to."""
    pick = random.Random(seed)
    step = corpus.articles // SAMPLE + 1
    found_in, pairs, months, sampled = collections.Counter(), collections.Counter(), [], 0
    with open(corpus.jsonl, encoding='utf-8') as lines:
        for number, line in enumerate(lines):
            if number % step:
                continue
            article = json.loads(line)
            sampled += 1
            body = (article.get('body') or '').lower()
            found_in.update(set(re.findall(r'\b[a-z]{3,}\b', body)))
            pairs.update(set(re.findall(r'\b(?=([a-z]{3,} [a-z]{3,})\b)', body)))
            if article.get('published'):
                months.append(article['published'][:7])

    def band(low, high):
        return sorted(w for w, n in found_in.items() if low < n / sampled <= high)

    frequent, medium = band(.02, .2), band(.002, .02)
    phrases = sorted(p for p, n in pairs.items()
                     if n >= 3 and all(w in found_in for w in p.split()))
    queries = []
    for kind in QUERY_KINDS:
        for n in range(count):
            one, two = pick.choice(frequent if n % 2 else medium), pick.choice(frequent)
            begin = end = ''
            if kind == 'phrase':
                one, two = pick.choice(phrases).split()
            if kind == 'date':
                month = pick.choice(months)
                begin, end = month + '-01', month + '-31'
            queries.append((f'{kind}{n}', kind, one, two, begin, end))
    return queries
