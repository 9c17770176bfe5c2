#!/usr/bin/env python3
"""Writers that are killed at random moments, a folder that is watched.

usage: crash_test.py BIN_FOLDER

NEWS_KILLS is how often a writer is killed at work (10).
"""
import json
import os
import random
import shutil
import signal
import subprocess
import threading
import time

import cli

KILLS = int(os.environ.get('NEWS_KILLS', '10'))


class CrashTest(cli.CliTest):
    def setUp(self):
        super().setUp()
        self.index = self.folder / 'an index'

    def write(self, name, numbers, word='pangolins'):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(cli.lines(numbers, word), encoding='utf-8')
        return path

    def indexer(self, *arguments):
        run = self.run_program('newsindex', *arguments)
        self.assertEqual(run.returncode, 0, run.stderr)
        return run

    def ids(self):
        run = self.search(self.index, 'the', '--fields', 'id', '-n', '100000')
        self.assertEqual(run.returncode, 0, run.stderr)
        ids = run.stdout.split()
        self.assertEqual(len(ids), len(set(ids)), 'an id twice')
        return set(ids)

    def start(self, *arguments):
        return subprocess.Popen([cli.BIN / 'newsindex', *map(str, arguments)], cwd=self.folder,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def operation(self, rng, have):
        """A writer's command, and the sets of ids that may be there after it: from, to."""
        kind = rng.choice(['build', 'add', 'add', 'add', 'remove', 'compact', 'watch'])
        new = {f'n{n}' for n in rng.sample(range(3000), rng.choice([5, 200, 1500]))}
        numbers = sorted(int(i[1:]) for i in new)
        if kind == 'build':
            return ['build', self.write('new.jsonl', numbers)], None, new
        if kind == 'add':
            command = ['add', self.write('new.jsonl', numbers)]
            if rng.random() < .5:
                command += ['--commit-every', '50']
            return command, have, have | new
        if kind == 'remove':
            gone = set(rng.sample(sorted(have), min(len(have), 40)))
            return ['remove', *gone], have - gone, have
        if kind == 'compact':
            return ['compact'], have, have
        folder = self.folder / 'arrivals'
        shutil.rmtree(folder, ignore_errors=True)
        self.write('arrivals/new.jsonl', numbers)
        return ['watch', folder, '--settle', '0.01'], have, have | new

    def test_killed_at_random_moments(self):
        rng = random.Random(int(os.environ.get('NEWS_MODEL_SEED', '0')))
        self.indexer('build', self.write('first.jsonl', range(500)), '-i', self.index)
        tries = killed = 0
        while killed < KILLS:
            tries += 1
            have = self.ids()
            command, least, most = self.operation(rng, have)
            writer = self.start(*command, '-i', self.index)
            time.sleep(rng.random() * rng.choice([.02, .1, .3]))
            writer.kill()
            killed += writer.wait() != 0
            check = self.run_program('newsindex', 'check', '-i', self.index)
            self.assertEqual(check.returncode, 0, f'{tries}: {command}: {check.stderr}')
            now = self.ids()
            if least is None:
                self.assertIn(now, [have, most], f'{tries}: {command[0]}')
            else:
                self.assertTrue(least <= now <= most, f'{tries}: {command[0]}')
        print(f'{killed} writers killed at work, {tries - killed} had finished')
        self.indexer('add', self.write('new.jsonl', [1]), '-i', self.index)
        names = json.loads((self.index / 'manifest.json').read_text())['segments']
        self.assertEqual(sorted(p.name for p in (self.index / 'segments').iterdir()),
                         sorted(s['id'] for s in names), 'leftovers are swept')

    def watch(self, folder):
        watcher = subprocess.Popen([cli.BIN / 'newsindex', 'watch', folder, '-i', self.index,
                                    '--settle', '0.2'], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, encoding='utf-8')
        self.addCleanup(watcher.communicate)
        self.addCleanup(watcher.kill)
        return watcher

    def wait_for_count(self, word, count):
        for _ in range(600):
            if self.search(self.index, word, '--count').stdout == f'{count}\n':
                return
            time.sleep(0.05)
        self.fail(f'no {count} {word}: ' + self.search(self.index, word, '--count').stderr)

    def test_watched_folder(self):
        folder = self.folder / 'arrivals'
        self.index = folder / 'own.index'  # its own writing is no arrival
        self.write('arrivals/there.jsonl', range(3))
        watcher = self.watch(folder)
        self.wait_for_count('pangolins', 3)
        slow = open(folder / 'slow.jsonl', 'w', encoding='utf-8')
        slow.write(cli.lines(range(3, 5), 'okapis')[:-30])
        slow.flush()
        (folder / 'deep').mkdir()
        self.write('beside.jsonl', range(10, 12), 'aardvarks').rename(folder / 'deep/in.jsonl')
        self.wait_for_count('aardvarks', 2)
        self.assertEqual(self.search(self.index, 'okapis', '--count').stdout, '0\n')
        slow.write(cli.lines(range(3, 5), 'okapis')[-30:])
        slow.close()
        self.wait_for_count('okapis', 2)
        os.link(self.write('beside.jsonl', range(20, 21), 'lemurs'), folder / 'linked.jsonl')
        self.wait_for_count('lemurs', 1)
        watcher.send_signal(signal.SIGTERM)
        out, errors = watcher.communicate(timeout=30)
        self.assertEqual((watcher.returncode, errors), (0, ''))
        self.assertIn('8 articles', out)
        # A folder that is built gives the same ids as one that is watched.
        before = self.ids()
        self.indexer('build', folder, '-i', self.index)
        self.assertEqual(self.ids(), before)

    def test_watch_goes_on_where_it_was(self):
        """Whatever arrived while nobody watched, and whoever wrote the index meanwhile."""
        folder = self.folder / 'arrivals'
        self.write('arrivals/there.jsonl', range(3))
        watcher = self.watch(folder)
        self.wait_for_count('pangolins', 3)
        time.sleep(3.1)  # what changed less than two seconds before may be read twice
        slow = open(folder / 'slow.jsonl', 'w', encoding='utf-8')
        slow.write(cli.lines(range(10, 12), 'okapis'))
        slow.flush()
        self.write('arrivals/more.jsonl', range(3, 5))
        self.wait_for_count('pangolins', 5)
        watcher.kill()
        slow.close()
        self.write('moved/in.jsonl', range(20, 22), 'lemurs')
        self.write('arrivals/late.jsonl', range(30, 32), 'aardvarks')
        time.sleep(2.1)
        (self.folder / 'moved').rename(folder / 'moved')
        self.indexer('add', self.write('other.jsonl', [40]), '-i', self.index)
        self.indexer('remove', 'n1', '-i', self.index)
        watcher = self.watch(folder)
        for word in ('okapis', 'lemurs', 'aardvarks'):
            self.wait_for_count(word, 2)
        self.assertNotIn('n1', self.ids(), 'what was in the index is not read again')
        # Another index in its place gets all that the folder has.
        self.indexer('build', self.write('other.jsonl', [50], 'zebras'), '-i', self.index)
        self.write('arrivals/last.jsonl', [60], 'zebras')
        self.wait_for_count('zebras', 2)
        self.assertEqual(len(self.ids()), 13)
        shutil.rmtree(folder)
        self.assertEqual(watcher.wait(30), 4)
        self.assertIn('removed or renamed', watcher.stderr.read())

    def test_watch_that_is_stopped_while_the_index_is_locked(self):
        folder = self.folder / 'arrivals'
        folder.mkdir()
        writer = subprocess.Popen([cli.BIN / 'newsindex', 'add', '-', '-i', self.index],
                                  stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self.addCleanup(writer.communicate)
        self.addCleanup(writer.kill)
        watcher = self.watch(folder)
        self.write('arrivals/new.jsonl', range(3))
        self.assertIn('is being written by process', watcher.stderr.readline())
        watcher.send_signal(signal.SIGTERM)
        self.assertEqual(watcher.wait(30), 5)

    def test_waiting_for_the_lock(self):
        self.indexer('build', self.write('0.jsonl', range(10)), '-i', self.index)
        writer = subprocess.Popen([cli.BIN / 'newsindex', 'add', '-', '-i', self.index],
                                  stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self.addCleanup(writer.kill)
        time.sleep(0.3)
        more = self.write('more.jsonl', range(20, 25))
        refused = self.run_program('newsindex', 'add', more, '-i', self.index, '--lock-wait', '0.1')
        self.assertEqual(refused.returncode, 5)
        self.assertIn(f'by process {writer.pid} (newsindex)', refused.stderr)
        threading.Timer(0.5, lambda: writer.communicate(cli.lines(range(10, 15)).encode())).start()
        self.indexer('add', more, '-i', self.index, '--lock-wait', '60')
        self.assertEqual(len(self.ids()), 20)


if __name__ == '__main__':
    cli.main()
