#!/usr/bin/env python3
"""Readers beside a writer: each answer is that of one commit, the newest when it was asked for.

usage: readers_test.py BIN_FOLDER

NEWS_READER_ADDS is how many commits the readers see (12).
"""
import json
import os
import shutil
import subprocess
import threading

import cli

OPTIONS = ['--json', '-n', '100000', '--facet', 'language', '--fields', 'id']


class Reader:
    """A newssearch that answers one query after the other."""

    def __init__(self, test, *options):
        self.process = subprocess.Popen(
            [cli.BIN / 'newssearch', '-i', test.index, '--batch', '-', *OPTIONS, *options],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
        test.addCleanup(self.process.communicate)
        test.addCleanup(self.process.kill)

    def ask(self, query):
        self.process.stdin.write(query + '\n')
        self.process.stdin.flush()
        return self.process.stdout.readline()


class ReadersTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        self.index = self.folder / 'an index'
        self.add(range(10))

    def indexer(self, *arguments):
        run = self.run_program('newsindex', *arguments, '-i', self.index)
        self.assertEqual(run.returncode, 0, run.stderr)

    def add(self, numbers):
        path = self.folder / 'more.jsonl'
        path.write_text(cli.lines(numbers), encoding='utf-8')
        self.indexer('add', path)

    def ask_afresh(self, query):
        run = self.search(self.index, query, *OPTIONS)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run.stdout

    def told(self, line):
        answer = json.loads(line)
        for key in ('took_ms', 'id'):
            answer.pop(key, None)
        return answer

    def test_long_lived_reader_moves_on(self):
        reader = Reader(self)
        steps = [('add', range(10, 30)), ('remove', 'n3', 'n20', 'n5'), ('compact',),
                 ('add', range(5)), ('remove', '--query', '"number 4"'),
                 ('build', self.folder / 'more.jsonl'), ('compact',)]
        generations = []
        for step in [(), *steps]:
            if step and step[0] == 'add':
                self.add(step[1])
            elif step:
                self.indexer(*step)
            for _ in range(2):
                answer = self.told(reader.ask('pangolins'))
                self.assertEqual(answer, self.told(self.ask_afresh('pangolins')), step)
            generations.append(answer['index']['generation'])
        self.assertEqual(generations, sorted(generations))
        # The last step has nothing to do, so commits nothing.
        self.assertEqual(len(set(generations)), len(steps))

    def test_long_lived_reader_of_an_index_that_goes_bad(self):
        manifest = self.index / 'manifest.json'
        for spoil in (lambda: manifest.with_name('new').write_text('{') and
                      manifest.with_name('new').rename(manifest),
                      lambda: shutil.rmtree(self.index)):
            shutil.rmtree(self.index)
            self.add(range(10))
            reader = Reader(self)
            self.assertEqual(self.told(reader.ask('pangolins'))['total']['value'], 10)
            spoil()
            self.assertEqual(reader.ask('pangolins'), '')
            self.assertEqual(reader.process.wait(), 3)
            self.assertIn('newssearch: error: ', reader.process.stderr.read())

    def fault_of(self, line, last):
        """What is wrong with an answer: commits are of ten articles."""
        answer = json.loads(line)
        count = answer['total']['value']
        if (count % 10 or count < last or len(answer['hits']) != count or
                answer['facets']['language'] != [{'value': 'en', 'count': count}] or
                answer['index']['articles'] != count):
            return count, f'{count} after {last}: {line[:300]}'
        return count, None

    def test_readers_beside_a_writer(self):
        """Two that begin anew for each query, two that go on."""
        faults, counts, stop = [], [], threading.Event()

        def read(ask):
            last = 0
            while not stop.is_set():
                try:
                    last, fault = self.fault_of(ask('pangolins'), last)
                except (AssertionError, ValueError, OSError) as error:
                    fault = repr(error)
                counts.append(last)
                if fault:
                    faults.append(fault)
                    return

        readers = [threading.Thread(target=read, args=[ask]) for ask in
                   (self.ask_afresh, self.ask_afresh, Reader(self).ask, Reader(self).ask)]
        for reader in readers:
            reader.start()
        for step in range(1, int(os.environ.get('NEWS_READER_ADDS', '12'))):
            self.add(range(step * 10, step * 10 + 10))
            if step % 5 == 0:
                self.indexer('compact')
        stop.set()
        for reader in readers:
            reader.join()
        self.assertEqual(faults, [])
        print(f'{len(counts)} answers of {len(set(counts))} different commits')


if __name__ == '__main__':
    cli.main()
