#!/usr/bin/env python3
"""Adding, removing and merging: whatever the sequence, an index answers as a fresh one does.

usage: model_test.py BIN_FOLDER

NEWS_MODEL_SEQUENCES is the number of random sequences (5), NEWS_MODEL_SEED where they begin (0),
NEWS_ADDS the number of adds in a row (30): from 1000 on their CPU time has to stay flat.
"""
import json
import os
import random
import re
import resource
import shutil
import tempfile
import time

import cli

SEQUENCES = int(os.environ.get('NEWS_MODEL_SEQUENCES', '5'))
SEED = int(os.environ.get('NEWS_MODEL_SEED', '0'))

WORDS = ('port strike dock bank oil price minister pressure pressures pressured western vote votes '
         'river flood court judge market markets résumé resume naïve Straße strasse election crew '
         'harbour harbor ship ships shipping union talks wage wages 大阪 東京 港').split()
QUERIES = '''the
port strike
"port strike"
="western pressure"
"western pressure"
headline:vote
ship* OR bank~
resume
strasse language:de
date:2026-01
date:none
-strike
port^3 OR dock OR oil OR wage
dock NEAR/5 crew
length:>20
大阪
pressur*
markett
electon
source:gazette OR source:courier
zone:other(trending)
zone:other"port strike" -bank
zone:other trend* OR "western pressure" OR résumé
zone:other(大阪) OR zone:other(dock NEAR/3 subscribe)
trending subscribe
PARA
'''.replace('PARA', 'ship PARA union')


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def make_article(rng, number):
    def text(low, high):
        return ' '.join(rng.choice(WORDS) for _ in range(rng.randint(low, high)))
    article = {'id': f'n{number}', 'headline': text(2, 6), 'body': text(0, 60) + '. The ' + text(1, 9),
               'source': rng.choice(['Gazette', 'Courier', 'Post']),
               'language': rng.choice(['en', 'en', 'en', 'de', 'fr']),
               'authors': [rng.choice(['Ann Lee', 'Bo Kim', 'Cy Ray'])],
               'countries': rng.sample(['KE', 'DE', 'US', 'PE'], rng.randint(0, 2))}
    date = rng.choice(['', '2026', '2026-01', '2026-01-%02d', '2026-02-%02dT10:%02d:00Z'])
    if '%' in date:
        day, minute = rng.randint(1, 28), rng.randint(0, 59)
        date = date % ((day, minute) if date.endswith('Z') else day)
    # What a page has around its story: other words, and the same.
    other = '\n'.join(rng.choice(['Trending', 'Subscribe', text(1, 5)]) for _ in range(rng.randint(1, 6)))
    # The shape that export writes, so that the place of reading doesn't tell builds apart.
    return article | {
        'published': date or None, 'published_from': 'test', 'published_doubtful': rng.random() < .1,
        'published_precision': {0: None, 4: 'year', 7: 'month', 10: 'day'}.get(len(date), 'minute'),
        'format': 'json', 'source_path': 'corpus', 'record': None,
        'other': other if rng.random() < .3 else None}


class UpdatesTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        # Memory, where there is some: these tests make thousands of files.
        if os.access('/dev/shm', os.W_OK):
            temporary = tempfile.TemporaryDirectory(prefix='news test ', dir='/dev/shm')
            self.addCleanup(temporary.cleanup)
            self.folder = type(self.folder)(temporary.name)
        self.index = self.folder / 'an index'
        (self.folder / 'queries').write_text(QUERIES, encoding='utf-8')

    def indexer(self, *arguments, code=0):
        run = self.run_program('newsindex', *arguments)
        self.assertEqual(run.returncode, code, run.stderr)
        return run

    def info(self, index):
        return json.loads(self.indexer('info', '-i', index, '--json').stdout)

    def write(self, articles, name='corpus.jsonl'):
        path = self.folder / name
        path.write_text(''.join(json.dumps(a) + '\n' for a in articles), encoding='utf-8')
        return path

    def answers(self, index):
        out = []
        for options in (['--facet', 'country', '--facet', 'source', '--facet', 'author',
                         '--timeline', 'month', '-n', '200'], ['--sort', 'oldest', '-n', '200'],
                        ['--any', '-n', '3'], ['--collapse', '-n', '5'], ['--expand', '-n', '9']):
            run = self.search(index, '--batch', 'queries', '--json', *options)
            self.assertEqual(run.returncode, 0, run.stderr)
            out += re.sub(r'"index":{[^}]*}|"took_ms":[^,}]*', '', run.stdout).splitlines()
        return out

    def segment_files(self, index):
        segments = sorted((index / 'segments').iterdir())
        self.assertEqual(len(segments), 1)
        return {str(p.relative_to(segments[0])): p.read_bytes()
                for p in sorted(segments[0].rglob('*')) if p.is_file()}

    def build_fresh(self, live, pivot):
        fresh = self.folder / 'fresh index'
        self.build(self.write(live.values(), 'fresh.jsonl'), fresh, '--pivot-length', pivot)
        return fresh

    def assert_as_fresh(self, live, what):
        """Answers are those of a fresh build of the live articles; so are the files, compacted."""
        info = self.info(self.index)
        self.assertEqual(info['articles'], len(live), what)
        self.assertLess(info['segments'], 11)
        fresh = self.build_fresh(live, info['ranking']['pivot_length'])
        other = self.info(fresh)
        for key in ('articles', 'tokens', 'undated', 'doubtful_dates', 'first_published',
                    'last_published', 'counts', 'date_guesses', 'same_text', 'near_copies',
                    'repaired', 'furniture', 'ranking'):
            self.assertEqual(info[key], other[key], f'{what}: {key}')
        for mine, right in zip(self.answers(self.index), self.answers(fresh), strict=True):
            if '"relation":"at_least"' in mine + right:
                # A lower bound depends on where the search was content.
                mine, right = (re.sub(r'"value":[0-9]+,"relation":"[a-z_]+"', '', answer)
                               for answer in (mine, right))
            self.assertEqual(mine, right, what)
        return fresh

    def random_sequence(self, seed):
        rng = random.Random(seed)
        live, steps = {}, []
        for _ in range(rng.randint(2, 12)):
            kind = rng.choice(['add', 'add', 'add', 'remove', 'query', 'compact'])
            if kind == 'add' or not live:
                articles = [make_article(rng, rng.randint(1, 60))
                            for _ in range(rng.choice([1, 3, 20, 40]))]
                articles = list({a['id']: a for a in articles}.values())
                options = ['--commit-every', str(rng.randint(1, 15))] if rng.random() < .3 else []
                self.indexer('add', self.write(articles), '-i', self.index, *options)
                live.update({a['id']: a for a in articles})
            elif kind == 'remove' and len(live) > 1:
                gone = rng.sample(sorted(live), rng.randint(1, max(1, len(live) // 3)))
                self.indexer('remove', *gone, 'nobody', '-i', self.index)
                for key in gone:
                    del live[key]
            elif kind == 'query':
                word = rng.choice(['bank', 'river', 'judge', '"port strike"'])
                ids = self.search(self.index, word, '--fields', 'id', '-n', '999').stdout.split()
                count = int(self.search(self.index, word, '--count').stdout)
                if count in (0, len(live)):
                    continue
                self.indexer('remove', '--query', word, '-i', self.index)
                for key in ids:
                    del live[key]
            else:
                self.indexer('compact', '-i', self.index)
            steps.append(kind)
        fresh = self.assert_as_fresh(live, f'sequence {seed}: {steps}')
        self.indexer('compact', '-i', self.index)
        self.assertEqual(self.segment_files(self.index), self.segment_files(fresh),
                         f'sequence {seed}: {steps}')
        for path in (self.index, fresh):
            shutil.rmtree(path)

    def test_random_sequences(self):
        for seed in range(SEED, SEED + SEQUENCES):
            self.random_sequence(seed)

    def test_a_sequence_that_differed(self):
        """The fresh index's --expand left out the fourth best article: Xapian had stepped over it."""
        self.random_sequence(50125)

    def test_export_builds_the_same_index(self):
        self.build(cli.SAMPLE, self.index)
        lines = self.folder / 'export.jsonl'
        lines.write_text(self.indexer('export', '-i', self.index).stdout, encoding='utf-8')
        again = self.folder / 'again'
        self.build(lines, again)
        self.assertEqual(self.indexer('export', '-i', again).stdout, lines.read_text('utf-8'))
        self.assertEqual(self.answers(again), self.answers(self.index))
        for name in ('tokens', 'other', 'words', 'columns'):
            self.assertEqual(self.segment_files(again)[name], self.segment_files(self.index)[name])

    def test_many_adds(self):
        """Ten segments at most, and no add dearer for all that is there already."""
        rng = random.Random(1)
        adds = int(os.environ.get('NEWS_ADDS', '30'))
        live, seconds, cpu, most = {}, [], [], 0
        for n in range(adds):
            articles = [make_article(rng, n * 20 + i) for i in range(20)]
            path = self.write(articles)
            start, used = time.monotonic(), cpu_seconds()
            run = self.indexer('add', path, '-i', self.index, '--json')
            seconds.append(time.monotonic() - start)
            cpu.append(cpu_seconds() - used)
            most = max(most, json.loads(run.stdout)['segments'])
            live.update({a['id']: a for a in articles})
        self.assertLess(most, 11)
        tenth = max(1, adds // 10)
        for what, values in (('seconds', seconds), ('seconds of CPU', cpu)):
            first, last = (sorted(v)[tenth // 2] for v in (values[:tenth], values[-tenth:]))
            print(f'{adds} adds: median of the first {tenth} {first:.4f} {what}, of the last '
                  f'{last:.4f}, all {sum(values):.1f}')
        print(f'{most} segments at most')
        if adds >= 1000:
            self.assertLess(last, 1.5 * first)
        self.assert_as_fresh(live, 'many adds')


if __name__ == '__main__':
    cli.main()
