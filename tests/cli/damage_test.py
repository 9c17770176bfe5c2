#!/usr/bin/env python3
"""Damaged indexes: an error that says so, or the exact answer; never a crash, never another answer.

usage: damage_test.py BIN_FOLDER

NEWS_DAMAGE_FLIPS is how many bytes of each file are damaged in an index of the sample corpus (4).
Of a small index, whose files are all read by a few queries, every NEWS_DAMAGE_STRIDE-th byte is
damaged (499; 1 for all), and NEWS_DAMAGE_CUTS times a file is cut somewhere (20).
"""
import json
import os
import random
import re

import cli

QUERIES = '''the
strike
"port strike"
="port strike"
headline:port
dock NEAR/10 workers
str* OR bank~
country:KE
date:2026-01
-strike
language:ru OR 大
length:>300
zone:other(market) OR zone:other"trending news"
'''
SMALL_QUERIES = '''the
"woods of Sweden"
="in the woods"
headline:number
story NEAR/5 pangolins
pang* OR wood~
country:SE
date:2026-02
-woods
pangolin
length:>3
zone:other"read more"
zone:other number -woods
'''
FLIPS = int(os.environ.get('NEWS_DAMAGE_FLIPS', '4'))
STRIDE = int(os.environ.get('NEWS_DAMAGE_STRIDE', '499'))
CUTS = int(os.environ.get('NEWS_DAMAGE_CUTS', '20'))


def stripped(lines):
    """The articles as export writes them, with something stripped from the page of every other one."""
    out = []
    for n, line in enumerate(lines.splitlines()):
        article = json.loads(line) | {'published_precision': 'day', 'published_doubtful': False}
        article['other'] = f'Read more\nNumber {n} of the day' if n % 2 else None
        out.append(json.dumps(article) + '\n')
    return ''.join(out)


class Damaged(cli.CliTest):
    """An index of two segments with removed articles; damage to it, and what comes of it."""

    def make_index(self, first, second, removed, queries):
        self.index = self.folder / 'an index'
        self.build(first, self.index)
        self.indexer('add', second)
        ids = self.search(self.index, 'the', '--fields', 'id', '-n', removed).stdout.split()
        self.indexer('remove', *ids)
        (self.folder / 'queries').write_text(queries, encoding='utf-8')
        self.right = self.answers()
        self.assertEqual(self.right[0], 0, self.right[2])
        self.faults, self.codes = [], {}

    def indexer(self, *arguments):
        run = self.run_program('newsindex', *arguments, '-i', self.index)
        self.assertEqual(run.returncode, 0, run.stderr)

    def files(self):
        files = sorted(p for p in self.index.rglob('*') if p.is_file() and p.name != 'lock')
        self.assertGreaterEqual(len(files), 14)
        self.assertTrue(any(p.name == 'other' for p in files))
        self.assertTrue(any(p.name.startswith('deleted-') for p in files))
        return files

    def flip(self, path, whole, places, rng):
        for place in places:
            bad = bytearray(whole)
            bad[place] ^= 1 << rng.randrange(8)
            path.write_bytes(bad)
            self.check(f'{path.relative_to(self.index)}: a bit of byte {place} of {len(whole)} '
                       'flipped')

    def cut(self, path, whole, size):
        path.write_bytes(whole[:size])
        self.check(f'{path.relative_to(self.index)}: cut to {size} of {len(whole)} bytes')

    def finish(self):
        self.assertEqual(self.answers(), self.right)
        print(f'exit codes: {self.codes}')
        self.assertEqual(self.faults, [], '\n'.join([''] + self.faults[:100]))

    def answers(self):
        """Exit code, answers, messages of a run that reads every kind of file."""
        run = self.search(self.index, '--batch', 'queries', '--json', '-n', '20', '--facet',
                          'country', '--timeline', 'month')
        return run.returncode, re.sub(r'"took_ms":[^,]*', '', run.stdout), run.stderr

    def check(self, what):
        code, out, err = self.answers()
        if code == 0:
            if out != self.right[1]:
                self.faults.append(f'{what}: another answer')
        elif code != 3 or not err.startswith('newssearch: error: '):
            self.faults.append(f'{what}: exit code {code}: {err[:200]}')
        self.codes[code] = self.codes.get(code, 0) + 1
        check = self.run_program('newsindex', 'check', '-i', self.index)
        if check.returncode != 3 or not check.stderr.startswith('newsindex: error: '):
            self.faults.append(f'{what}: check ends with {check.returncode}: {check.stderr[:200]}')


class EveryByteTest(Damaged):
    def setUp(self):
        super().setUp()
        corpora = []
        for numbers in (range(8), range(6, 12)):
            corpora.append(self.folder / f'{numbers[0]}.jsonl')
            corpora[-1].write_text(stripped(cli.lines(numbers)), encoding='utf-8')
        self.make_index(*corpora, 3, SMALL_QUERIES)

    def test_flips(self):
        rng = random.Random(1)
        done = 0
        for path in self.files():
            whole = path.read_bytes()
            places = range(rng.randrange(min(STRIDE, len(whole))), len(whole), STRIDE)
            self.flip(path, whole, places, rng)
            path.write_bytes(whole)
            done += len(places)
        print(f'{done} flips')
        self.finish()

    def test_cuts(self):
        rng = random.Random(2)
        files = self.files()
        for _ in range(CUTS):
            path = rng.choice(files)
            whole = path.read_bytes()
            self.cut(path, whole, rng.randrange(len(whole)))
            path.write_bytes(whole)
        print(f'{CUTS} cuts')
        self.finish()


class DamageTest(Damaged):
    def setUp(self):
        super().setUp()
        self.make_index(cli.SAMPLE / 'wire', cli.SAMPLE / 'pages' / 'albion-courier', 9, QUERIES)
        self.assertGreater(len(self.right[1]), 20000)

    def test_damaged_files(self):
        for path in self.files():
            whole = path.read_bytes()
            rng = random.Random(str(path.relative_to(self.index)))
            places = {0, 4, 8, len(whole) // 2, len(whole) - 1}
            places |= {rng.randrange(len(whole)) for _ in range(FLIPS)}
            self.flip(path, whole, sorted(p for p in places if p < len(whole)), rng)
            for size in (0, 1, len(whole) // 2, len(whole) - 1):
                self.cut(path, whole, size)
            path.write_bytes(whole + b'more')
            self.check(f'{path.name}: longer than it was')
            path.unlink()
            self.check(f'{path.name}: gone')
            path.write_bytes(whole)
        self.finish()

    def test_pipe_in_place_of_a_file(self):
        """Nobody writes to it: whoever waits for that waits for ever."""
        for path in self.files():
            whole = path.read_bytes()
            path.unlink()
            os.mkfifo(path)
            self.check(f'{path.name}: a pipe')
            path.unlink()
            path.write_bytes(whole)
        self.finish()

    def test_repair(self):
        """What postings, columns and the list of removed articles hold is made again."""
        for name in ('columns', 'postlist.glass', 'iamglass'):
            path = sorted(self.index.rglob(name))[-1]
            whole = bytearray(path.read_bytes())
            whole[len(whole) // 2] ^= 1
            path.write_bytes(whole)
            self.assertEqual(self.answers()[0], 3)
            repair = self.run_program('newsindex', 'check', '--repair', '-i', self.index)
            self.assertEqual(repair.returncode, 0, repair.stderr)
            self.assertIn('1 segment rebuilt, 0 articles lost', repair.stdout)
            code, out, _ = self.answers()
            def told(answers):
                return re.sub(r'"generation":[0-9]*', '', answers)
            self.assertEqual((code, told(out)), (0, told(self.right[1])))
        store = sorted(self.index.rglob('articles'))[0]
        store.write_bytes(store.read_bytes()[:100])
        repair = self.run_program('newsindex', 'check', '--repair', '-i', self.index)
        self.assertEqual(repair.returncode, 3)
        self.assertIn("couldn't be saved", repair.stderr)
        self.assertEqual(self.run_program('newsindex', 'check', '-i', self.index).returncode, 0)
        self.assertEqual(self.answers()[0], 0)

    def test_repair_without_stripped_text(self):
        """A story is worth having without what was stripped from its page."""
        other = sorted(self.index.rglob('other'))[0]
        other.unlink()
        self.assertEqual(self.answers()[0], 3)
        repair = self.run_program('newsindex', 'check', '--repair', '-i', self.index)
        self.assertEqual(repair.returncode, 0, repair.stderr)
        self.assertIn('1 segment rebuilt, 0 articles lost', repair.stdout)
        self.assertRegex(repair.stdout, r'what was stripped from the pages of \d+ articles is lost')
        self.assertEqual(self.run_program('newsindex', 'check', '-i', self.index).returncode, 0)
        self.assertEqual(self.answers()[0], 0)
        self.assertEqual(self.search(self.index, 'zone:other(the)', '--count').stdout, '0\n')

    def test_index_from_the_future(self):
        manifest = self.index / 'manifest.json'
        text = manifest.read_text(encoding='utf-8')
        for old, new in (('"version": 2,', '"version": 99,'), ('"columns"', '"telepathy"')):
            self.assertIn(old, text)
            manifest.write_text(text.replace(old, new), encoding='utf-8')
            code, _, err = self.answers()
            self.assertEqual(code, 3)
            self.assertIn('this program', err)


if __name__ == '__main__':
    cli.main()
