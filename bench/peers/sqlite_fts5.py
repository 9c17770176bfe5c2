#!/usr/bin/env python3
"""SQLite FTS5 as a peer: text stored, positions kept (detail=full), porter stemmer.

usage: sqlite_fts5.py build FILE.jsonl DATABASE THREADS
       sqlite_fts5.py search DATABASE QUERIES.tsv

SQLite has one writer: THREADS is not used. Queries and output are as in plain_xapian.cpp; `rank` is
BM25, and the date a column that is compared.
"""
import json
import sqlite3
import sys
import time

MATCH = {'term': '"{0}"', 'date': '"{0}"', 'or': '"{0}" OR "{1}"', 'and': '"{0}" AND "{1}"',
         'phrase': '"{0} {1}"'}


def build(file, database):
    db = sqlite3.connect(database)
    db.execute('CREATE VIRTUAL TABLE news USING fts5(headline, body, id UNINDEXED, '
               "published UNINDEXED, tokenize = 'porter unicode61')")
    with open(file, encoding='utf-8') as lines:
        rows = ((a.get('headline'), a.get('body'), a.get('id'), (a.get('published') or '')[:10])
                for a in map(json.loads, lines))
        db.executemany('INSERT INTO news VALUES (?, ?, ?, ?)', rows)
    db.commit()
    db.close()


def search(database, queries):
    db = sqlite3.connect(database)
    plain = 'SELECT id, headline, body FROM news WHERE news MATCH ? ORDER BY rank LIMIT 10'
    dated = plain.replace('ORDER', 'AND published BETWEEN ? AND ? ORDER')
    with open(queries, encoding='utf-8') as lines:
        for line in lines:
            name, kind, one, two, begin, end = (line.rstrip('\n').split('\t') + [''] * 6)[:6]
            start = time.perf_counter()
            query = MATCH[kind].format(one, two)
            hits = db.execute(*((dated, (query, begin, end)) if kind == 'date'
                                else (plain, (query,)))).fetchall()
            took = (time.perf_counter() - start) * 1e6
            print(name, f'{took:.1f}', len(hits), sep='\t')


if sys.argv[1:2] == ['version']:
    print('SQLite', sqlite3.sqlite_version)
elif sys.argv[1:2] == ['build'] and len(sys.argv) == 5:
    build(sys.argv[2], sys.argv[3])
elif sys.argv[1:2] == ['search'] and len(sys.argv) == 4:
    search(sys.argv[2], sys.argv[3])
else:
    sys.exit(__doc__)
