#!/usr/bin/env python3
"""Limits of docs/LIMITS.md that show only in the whole programs: each ends in a rejection, an error
or a cut, and never in a crash; what lies just inside is taken.

usage: limits_test.py BIN_FOLDER
"""
import json
import os

import cli


class LimitsTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        self.index = self.folder / 'an index'

    def indexer(self, *arguments, code=0):
        run = self.run_program('newsindex', *arguments)
        self.assertEqual(run.returncode, code, run.stderr)
        return run

    def make(self, articles, *options):
        path = self.folder / 'corpus.jsonl'
        path.write_text(''.join(json.dumps(a) + '\n' for a in articles), encoding='utf-8')
        return self.indexer('build', path, '-i', self.index, '--json', *options)

    def article(self, number, **fields):
        return {'id': f'n{number}', 'headline': f'Number {number}', 'language': 'en',
                'body': 'A story about pangolins in the woods.'} | fields

    def answer(self, *arguments):
        run = self.search(self.index, *arguments, '--json')
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout)

    def total(self, *arguments):
        return self.answer(*arguments)['total']['value']

    def refused(self, what, *arguments):
        run = self.search(self.index, *arguments)
        self.assertEqual(run.returncode, 2, run.stderr[:300])
        self.assertIn(what, run.stderr)

    def test_record_of_64_mib(self):
        long = self.article(1, body='word ' * (13 << 20))
        run = self.make([self.article(0), long, self.article(2)], '--rejects', 'rejects')
        self.assertEqual(json.loads(run.stdout)['articles'], 2)
        self.assertIn('record longer than 64 MiB', (self.folder / 'rejects').read_text())

    def test_long_line_that_is_an_article(self):
        self.make([self.article(1, body='word ' * (1 << 20) + 'lastly')])
        self.assertEqual(self.total('lastly'), 1)

    def test_many_fields(self):
        many = {f'field {n}': f'value {n}' for n in range(100000)}
        run = self.make([self.article(1) | many, self.article(2, keywords=[
            f'keyword {n}' for n in range(20000)], authors=[f'Ann {n} Lee' for n in range(5000)])])
        self.assertEqual(json.loads(run.stdout)['articles'], 2)
        self.assertEqual(self.total('--author', 'Ann 4999 Lee'), 1)
        columns = ','.join(f'c{n}' for n in range(20000))
        csv = self.folder / 'wide.csv'
        csv.write_text(f'id,title,text,{columns}\n1,Wide,This is a story about okapis in the woods of Congo.,{columns}\n')
        self.indexer('add', csv, '-i', self.index, '--format', 'csv')
        self.assertEqual(self.total('okapis'), 1)

    def test_deep_folder_and_long_paths(self):
        """Deeper than a path can be long: read or rejected, and the others are read."""
        place = os.open(self.folder, os.O_RDONLY)
        name = 'deep'
        for _ in range(30):
            os.mkdir(name, dir_fd=place)
            place, parent = os.open(name, os.O_RDONLY, dir_fd=place), place
            os.close(parent)
            name = 'd' * 200
        for depth in (place, None):
            path = 'in.jsonl' if depth is not None else self.folder / 'deep/in.jsonl'
            with open(os.open(path, os.O_CREAT | os.O_WRONLY, dir_fd=depth), 'w') as file:
                file.write(json.dumps(self.article(0 if depth is None else 1)) + '\n')
        os.close(place)
        run = self.indexer('build', self.folder / 'deep', '-i', self.index, '--json')
        summary = json.loads(run.stdout)
        self.assertEqual(summary['articles'] + summary['rejected'], 2, run.stdout)
        self.refused('', 'x' * 70000)
        self.assertIn(self.search('y' * 5000, 'word').returncode, (2, 3))
        self.assertIn(self.run_program('newsindex', 'build', 'z' * 5000).returncode, (2, 4))

    def test_words_over_128_bytes(self):
        word = 'ab' * 64
        self.make([self.article(1, body=word + 'one'), self.article(2, body=word + 'two')])
        self.assertEqual(self.total(word + 'one'), 2, 'the rest of a longer word does not count')
        self.assertEqual(self.total(word[:-2]), 0)

    def test_long_ids_and_labels(self):
        ids = ['i' * 300 + end for end in 'ab']
        self.make([self.article(0, id=i, headline=f'Of {i[-1]}', source='S' * 300 + i[-1])
                   for i in ids])
        self.assertEqual(self.total('--source', 'S' * 300 + 'a'), 1)
        self.assertEqual(self.total('--source', 'S' * 300), 0)
        path = self.folder / 'more.jsonl'
        path.write_text(json.dumps(self.article(0, id=ids[0], headline='Anew')) + '\n')
        self.indexer('add', path, '-i', self.index)
        self.assertEqual(self.total('pangolins'), 2)
        self.assertIn('Anew', self.search(self.index, '--show', ids[0]).stdout)
        self.indexer('remove', ids[1], '-i', self.index)
        self.assertEqual(self.total('pangolins'), 1)

    def test_little_memory_gives_the_same_index(self):
        """What doesn't fit goes to temporary files: an eighth of 64 MiB is far less than this."""
        articles = [self.article(n, body=f'A story about word{n % 977} and word{n % 89}. ' * 200)
                    for n in range(2000)]
        files = []
        for options in ([], ['--memory', '64M', '--jobs', '8']):
            self.make(articles, *options)
            segment, = (self.index / 'segments').iterdir()
            files.append({p.name: p.read_bytes() for p in segment.rglob('*') if p.is_file()})
        self.assertEqual(sorted(files[0]), ['articles', 'columns', 'iamglass', 'posting-checks',
                                            'postlist.glass', 'tokens', 'words'])
        self.assertTrue(files[0] == files[1])

    def test_queries(self):
        self.make([self.article(n) for n in range(3)])
        self.refused('', 'a ' * 33000)
        self.refused('', ' '.join(['word'] * 4097))
        self.refused('', '(' * 101 + 'word' + ')' * 101)
        self.refused('', 'word', '-n', '10000001')
        self.assertEqual(self.total(' OR '.join(['pangolins'] * 4000)), 3)
        self.assertEqual(self.total('(' * 90 + 'pangolins' + ')' * 90), 3)
        self.assertEqual(self.total('pangolins', '-n', '10000000'), 3)

    def test_timeline(self):
        self.make([self.article(1, published='1890-01-01'), self.article(2, published='2026-01-01')])
        self.refused('timeline', 'pangolins', '--timeline', 'day')
        self.assertEqual(len(self.answer('pangolins', '--timeline', 'year')['timeline']), 137)

    def test_expansions(self):
        def letters(n):
            return ''.join(chr(97 + n // 26 ** k % 26) for k in range(3))
        self.make([self.article(1, body=' '.join(f'abc{letters(n)}' for n in range(5001))),
                   self.article(2, body=' '.join(f'xyz{letters(n)}' for n in range(5000)))])
        self.refused("words begin with 'abc'", 'abc*')
        self.assertEqual(self.total('xyz*'), 1)

    def test_expansions_of_all_words(self):
        """20,000 words that all * and ~ stand for: four prefixes of 5,000 are just inside."""
        def letters(n):
            return ''.join(chr(97 + n // 26 ** k % 26) for k in range(3))
        self.make([self.article(k, body=' '.join(f'{p}{p}{letters(n)}' for n in range(5000)))
                   for k, p in enumerate('bcdfg')])
        words = [f'{p}{p}*' for p in 'bcdfg']
        self.assertEqual(self.total(' OR '.join(words[:4])), 4)
        self.refused('more than 20000 words of the index', ' OR '.join(words))

    def test_words_of_a_phrase(self):
        self.make([self.article(1, body='word ' * 600)])
        self.assertEqual(self.total('"' + 'word ' * 500 + '"'), 1)
        self.refused('501 words in a row; at most 500', '"' + 'word ' * 501 + '"')

    def test_values_that_a_prefix_stands_for(self):
        self.make(self.article(n, source=f'Gazette{n}') for n in range(5001))
        self.refused('more than 5000 values begin so', 'source:gazette*')
        self.assertEqual(self.total('source:gazette4*'), 1111)

    def test_pairs_of_occurrences(self):
        self.make([self.article(1, body='left right ' * 3000), self.article(2, body='left right')])
        self.refused('', '(left NEAR/1000 right) NEAR/1000 (right NEAR/1000 left)')
        self.assertEqual(self.total('left NEAR/3 right'), 2)

    def test_totals_over_100000(self):
        self.make({'id': str(n), 'body': 'pangolins run'} for n in range(100200))
        total = self.answer('pangolins run')['total']
        self.assertIn(total['relation'], ('exact', 'at_least'))
        self.assertLessEqual(total['value'], 100200)
        self.assertTrue(total['relation'] == 'at_least' or total['value'] == 100200)
        for options in (['--count'], ['--facet', 'source', '-n', '1']):
            self.assertEqual(self.answer('pangolins run', *options)['total'],
                             {'value': 100200, 'relation': 'exact'})

    def test_facets_after_removals(self):
        self.make([self.article(n, source=s) for n, s in
                   enumerate(['REUTERS', 'Reuters', 'Reuters'])])
        def facet():
            return self.answer('pangolins', '--facet', 'source')['facets']['source']
        self.assertEqual(facet(), [{'value': 'REUTERS', 'count': 3}])
        self.indexer('remove', 'n0', '-i', self.index)
        self.assertEqual([f['count'] for f in facet()], [2])
        self.indexer('compact', '-i', self.index)
        self.assertEqual(facet(), [{'value': 'Reuters', 'count': 2}])


if __name__ == '__main__':
    cli.main()
