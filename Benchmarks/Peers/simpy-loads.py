"""The three loads in SimPy, as its users write them.

Usage: simpy-loads.py LOAD COUNT...
  hold PENDING HOLDS              a process for each pending event
  hold-callbacks PENDING HOLDS    timeouts with callbacks, without processes
  mm1 CUSTOMERS                   a process for each customer, the server a Resource
  mm1-store CUSTOMERS             a process for the server, who takes customers from a Store
  walk WALKERS REPLICATIONS GRAPH a process for each walker
Prints one line: name, operations, processor seconds, a value to check.
"""

import bisect
import itertools
import random
import sys
import time

import simpy


def report(name, operations, seconds, check):
    print(f"simpy-{name} {operations} {seconds:.6f} {check:.6f}", flush=True)


class HoldClock:
    """Counts holds; starts the watch after a tenth more and stops the simulation at the end."""

    def __init__(self, environment, holds):
        self.environment = environment
        self.end = environment.event()
        self.untimed = holds // 10
        self.all = holds + self.untimed
        self.done = 0
        self.started_at = 0.0
        self.time_before = 0.0

    def count(self):
        self.done += 1
        if self.done == self.untimed:
            self.time_before = self.environment.now
            self.started_at = time.process_time()
        elif self.done == self.all:
            self.end.succeed()

    def run(self, name, pending, holds):
        self.environment.run(until=self.end)
        seconds = time.process_time() - self.started_at
        moved = self.environment.now - self.time_before
        report(name, holds, seconds, moved * pending / holds)


def hold(pending, holds):
    environment = simpy.Environment()
    clock = HoldClock(environment, holds)
    exponential = random.Random(42).expovariate

    def holder():
        timeout = environment.timeout
        while True:
            yield timeout(exponential(1.0))
            clock.count()

    for _ in range(pending):
        environment.process(holder())
    clock.run("hold", pending, holds)


def hold_callbacks(pending, holds):
    environment = simpy.Environment()
    clock = HoldClock(environment, holds)
    exponential = random.Random(42).expovariate

    def happen(_):
        clock.count()
        environment.timeout(exponential(1.0)).callbacks.append(happen)

    for _ in range(pending):
        environment.timeout(exponential(1.0)).callbacks.append(happen)
    clock.run("hold-callbacks", pending, holds)


def run_queue(name, customers, start):
    """Runs a queue that `start` sets up with a function to call as each customer leaves."""
    environment = simpy.Environment()
    times = []
    exponential = random.Random(7).expovariate
    start(environment, exponential, lambda came: times.append(environment.now - came))
    started_at = time.process_time()
    environment.run()
    seconds = time.process_time() - started_at
    report(name, 2 * customers, seconds, sum(times) / customers)


def mm1(customers):
    def start(environment, exponential, leave):
        server = simpy.Resource(environment, capacity=1)

        def customer():
            came = environment.now
            with server.request() as turn:
                yield turn
                yield environment.timeout(exponential(1.0))
            leave(came)

        def arrivals():
            for _ in range(customers):
                yield environment.timeout(exponential(0.9))
                environment.process(customer())

        environment.process(arrivals())

    run_queue("mm1", customers, start)


def mm1_store(customers):
    def start(environment, exponential, leave):
        line = simpy.Store(environment)

        def arrivals():
            for _ in range(customers):
                yield environment.timeout(exponential(0.9))
                yield line.put(environment.now)

        def server():
            while True:
                came = yield line.get()
                yield environment.timeout(exponential(1.0))
                leave(came)

        environment.process(arrivals())
        environment.process(server())

    run_queue("mm1-store", customers, start)


def read_graph(path):
    """By place: where corridors lead, cumulative chances, rates; and the number of places."""
    with open(path, encoding="ascii") as file:
        places, width, sinks = (int(word) for word in file.readline().split())
        rows = []
        for _ in range(places - sinks):
            corridors = [file.readline().split() for _ in range(width)]
            heads = [int(head) for head, _, _ in corridors]
            chances = list(itertools.accumulate(float(chance) for _, chance, _ in corridors))
            rates = [1 / float(mean) for _, _, mean in corridors]
            # The last corridor takes what rounding leaves over.
            rows.append((heads, chances[:-1], rates))
    return rows, places


def walk(walkers, replications, path):
    rows, places = read_graph(path)
    passages = [0] * places
    seizures = [[0] * len(row[0]) for row in rows]
    started_at = time.process_time()
    for replication in range(replications):
        draws = random.Random(1000 + replication)
        uniform, exponential = draws.random, draws.expovariate
        environment = simpy.Environment()

        def walker(place):
            timeout = environment.timeout
            yield timeout(exponential(1.0))
            while True:
                passages[place] += 1
                if place >= len(rows):
                    return
                heads, chances, rates = rows[place]
                choice = bisect.bisect_right(chances, uniform())
                if uniform() < 0.02:
                    seizures[place][choice] += 1
                    return
                yield timeout(exponential(rates[choice]))
                place = heads[choice]

        for number in range(walkers):
            environment.process(walker(number % 10))
        environment.run()
    seconds = time.process_time() - started_at
    report("walk", sum(passages), seconds, sum(passages) / (walkers * replications))


LOADS = {
    "hold": hold,
    "hold-callbacks": hold_callbacks,
    "mm1": mm1,
    "mm1-store": mm1_store,
    "walk": walk,
}


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in LOADS:
        sys.exit(__doc__)
    words = sys.argv[2:]
    LOADS[sys.argv[1]](*(int(word) if word.isdigit() else word for word in words))


main()
