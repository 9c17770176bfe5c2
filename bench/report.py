"""Turns measurements into Markdown."""
import os
import pathlib
import platform
import statistics

import corpora

MB = 1e6


def processor():
    for line in pathlib.Path('/proc/cpuinfo').read_text().splitlines():
        if line.startswith('model name'):
            return line.split(':', 1)[1].strip()
    return platform.machine()


def header(present, skipped, options):
    memory = os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30
    lines = [f'# Benchmark of {options.record.stem}', '',
             f'{processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, Linux '
             f'{platform.release().split("-")[0]}. Python {platform.python_version()}.', '',
             f'Medians of {options.rounds} turns, the engines in alternation, with least and most '
             'in brackets. Queries: '
             f'{options.queries} of each kind, ten hits with id and headline, asked twice in one '
             'process, the second time counts. Cold start: a fresh process answers one word (of '
             'Xapian, its program quest); the files are in the page cache.', '']
    for engine in present:
        lines.append(f'- {engine.name}: {engine.version()}')
    for name, why in skipped:
        lines.append(f'- {name}: skipped: {why}')
    return '\n'.join(lines) + '\n'


def spread(values, digits):
    return (f'{statistics.median(values):.{digits}f} '
            f'({min(values):.{digits}f}-{max(values):.{digits}f})')


def table(head, rows):
    lines = ['| ' + ' | '.join(head) + ' |', '|' + '---|' * len(head)]
    lines += ['| ' + ' | '.join(row) + ' |' for row in rows]
    return '\n'.join(lines) + '\n'


def build_row(m, corpus, first):
    seconds = statistics.median(m.build_seconds)
    best = statistics.median(first.build_seconds)
    processor = statistics.median(m.processor_seconds)
    least = statistics.median(first.processor_seconds)
    return [m.name, str(m.threads), spread(m.build_seconds, 2),
            f'{corpus.text_bytes / MB / seconds:.1f}', f'{seconds / best:.2f}',
            f'{processor:.1f}', f'{processor / least:.2f}',
            f'{statistics.median(m.memory) / MB:.0f}', f'{m.index_bytes / MB:.1f}',
            f'{m.index_bytes / corpus.text_bytes:.2f}']


def query_row(m):
    medians = [f'{statistics.median(m.query_us[kind]):.0f}' for kind in corpora.QUERY_KINDS]
    times = [us for kind in corpora.QUERY_KINDS for us in m.query_us[kind]]
    tail = statistics.quantiles(times, n=100)[98]
    return [m.name, str(m.threads), *medians, f'{statistics.median(times):.0f}', f'{tail:.0f}',
            spread(m.cold_ms, 1)]


def section(corpus, measurements):
    """`x ours` is a time as a multiple of ours from JSON Lines with as many threads."""
    ours = {m.threads: m for m in measurements if m.name == 'ours'}
    builds = [build_row(m, corpus, ours.get(m.threads, m)) for m in measurements]
    queries = [query_row(m) for m in measurements]
    commands = {m.name: ' '.join(pathlib.Path(str(part)).name if '/' in str(part) else str(part)
                                 for part in m.engine.build_command(m.source, m.index, m.threads))
                for m in measurements}
    return (f'\n## {corpus.name}\n\n{corpus.articles:,} articles, {corpus.text_bytes / MB:.1f} MB of '
            'text (headline, summary and body); rates and sizes are by it.\n\n'
            + table(['build', 'threads', 'seconds', 'MB/s', 'x ours', 'CPU s', 'x ours', 'memory MB', 'index MB',
                     'x text'], builds)
            + '\n' + table(['query, us', 'threads', *corpora.QUERY_KINDS, 'all', 'p99',
                            'cold start, ms'], queries)
            + '\n' + ''.join(f'    {command}\n' for command in commands.values()))
