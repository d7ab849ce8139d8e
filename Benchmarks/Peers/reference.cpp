// The reference: the three loads by hand in C++, on the fastest simple future event list we know
// of, a four-ary heap of 16-byte events. What a general kernel cannot beat by much.
//
// Usage: reference LOAD VARIANT COUNT...
//   hold VARIANT PENDING HOLDS       one hold takes out the earliest event and puts one in
//   mm1 VARIANT CUSTOMERS            two events a customer
//   walk VARIANT WALKERS REPLICATIONS GRAPH   one event an arrival
// Variants: plain (events of equal time in any order) and stable (in the order of scheduling).
// Prints one line: name, operations, processor seconds, a value to check.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

namespace {

[[noreturn]] void fail(const std::string& message) {
  std::fprintf(stderr, "reference: %s\n", message.c_str());
  std::exit(64);
}

// Blackman and Vigna's xoshiro256++, seeded by their splitmix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (auto& word : state_) {
      seed += 0x9e3779b97f4a7c15;
      std::uint64_t mixed = seed;
      mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
      mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
      word = mixed ^ (mixed >> 31);
    }
  }

  // In [0, 1).
  double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  // Of mean 1.
  double exponential() { return -std::log(static_cast<double>((next() >> 11) + 1) * 0x1p-53); }

 private:
  std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  std::uint64_t state_[4];
};

struct Event {
  double time;
  std::uint32_t payload;
  // Counts schedulings; only the stable variant asks for it.
  std::uint32_t sequence;
};

struct ByTime {
  static bool before(const Event& one, const Event& other) { return one.time < other.time; }
};

// Times are not negative, so their bits order as they do; the sequence decides among equals.
struct ByTimeAndSequence {
  static unsigned __int128 key(const Event& event) {
    return static_cast<unsigned __int128>(std::bit_cast<std::uint64_t>(event.time)) << 32 |
           event.sequence;
  }
  static bool before(const Event& one, const Event& other) { return key(one) < key(other); }
};

// Children of i at 4i + 1 ... 4i + 4, which share one cache line.
template <class Order>
class Heap {
 public:
  explicit Heap(std::size_t capacity) {
    // Three events are left free in front, so that the first child of every event begins a line.
    const std::size_t bytes = (capacity + 16) * sizeof(Event);
    memory_.reset(static_cast<Event*>(std::aligned_alloc(line, (bytes + line - 1) / line * line)));
    if (!memory_) fail("no memory for the heap");
    events_ = memory_.get() + 3;
  }

  bool empty() const { return count_ == 0; }

  void push(const Event& event) {
    std::size_t hole = count_++;
    while (hole > 0) {
      const std::size_t parent = (hole - 1) / 4;
      if (!Order::before(event, events_[parent])) break;
      events_[hole] = events_[parent];
      hole = parent;
    }
    events_[hole] = event;
  }

  Event pop() {
    const Event earliest = events_[0];
    const Event last = events_[--count_];
    if (count_ > 0) sink(last);
    return earliest;
  }

 private:
  static constexpr std::size_t line = 64;

  struct Free {
    void operator()(Event* memory) const { std::free(memory); }
  };

  // Puts an event into the hole at the root: down along the earliest children.
  void sink(const Event& event) {
    std::size_t hole = 0;
    std::size_t child = 1;
    while (child + 3 < count_) {
      // The next level is on its way while this one is compared.
      for (std::size_t sibling = 0; sibling < 4; ++sibling) {
        __builtin_prefetch(events_ + 4 * (child + sibling) + 1);
      }
      const std::size_t earliest = child + earliestOfFour(events_ + child);
      if (!Order::before(events_[earliest], event)) {
        events_[hole] = event;
        return;
      }
      events_[hole] = events_[earliest];
      hole = earliest;
      child = 4 * hole + 1;
    }
    if (child < count_) {
      std::size_t earliest = child;
      for (std::size_t other = child + 1; other < count_; ++other) {
        if (Order::before(events_[other], events_[earliest])) earliest = other;
      }
      if (Order::before(events_[earliest], event)) {
        events_[hole] = events_[earliest];
        hole = earliest;
      }
    }
    events_[hole] = event;
  }

  // Without a branch, since none could be foreseen.
  static std::size_t earliestOfFour(const Event* events) {
    const std::size_t left = Order::before(events[1], events[0]);
    const std::size_t right = 2 + static_cast<std::size_t>(Order::before(events[3], events[2]));
    const std::size_t takeRight = Order::before(events[right], events[left]);
    return left ^ ((left ^ right) & (0 - takeRight));
  }

  std::unique_ptr<Event, Free> memory_;
  Event* events_;
  std::size_t count_ = 0;
};

double processorSeconds() {
  std::timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

void report(const std::string& name, std::size_t operations, double seconds, double check) {
  std::printf("%s %zu %.6f %.6f\n", name.c_str(), operations, seconds, check);
}

template <class Order>
void hold(const std::string& name, std::size_t pending, std::size_t holds) {
  Random random(42);
  Heap<Order> heap(pending + 1);
  std::uint32_t sequence = 0;
  for (std::size_t event = 0; event < pending; ++event) {
    heap.push({random.exponential(), static_cast<std::uint32_t>(event), sequence++});
  }
  double time = 0;
  const auto holdSome = [&](std::size_t count) {
    for (std::size_t number = 0; number < count; ++number) {
      Event event = heap.pop();
      time = event.time;
      event.time += random.exponential();
      event.sequence = sequence++;
      heap.push(event);
    }
  };
  holdSome(holds / 10);
  const double timeBefore = time;
  const double start = processorSeconds();
  holdSome(holds);
  const double seconds = processorSeconds() - start;
  report(name, holds, seconds,
         (time - timeBefore) * static_cast<double>(pending) / static_cast<double>(holds));
}

template <class Order>
void queue(const std::string& name, std::size_t customers) {
  enum : std::uint32_t { arrival, departure };
  Random random(7);
  Heap<Order> heap(16);
  std::vector<double> line(1 << 16);
  const std::size_t mask = line.size() - 1;
  std::size_t arrived = 0;
  std::size_t departed = 0;
  double timeInSystem = 0;
  std::uint32_t sequence = 0;
  const double start = processorSeconds();
  heap.push({random.exponential() / 0.9, arrival, sequence++});
  while (!heap.empty()) {
    const Event event = heap.pop();
    if (event.payload == arrival) {
      if (arrived - departed == line.size()) fail("more customers wait than the line has room for");
      line[arrived++ & mask] = event.time;
      if (arrived < customers) {
        heap.push({event.time + random.exponential() / 0.9, arrival, sequence++});
      }
      if (arrived - departed == 1) {
        heap.push({event.time + random.exponential(), departure, sequence++});
      }
    } else {
      timeInSystem += event.time - line[departed++ & mask];
      if (departed < arrived) {
        heap.push({event.time + random.exponential(), departure, sequence++});
      }
    }
  }
  const double seconds = processorSeconds() - start;
  report(name, 2 * customers, seconds, timeInSystem / static_cast<double>(customers));
}

struct Graph {
  static constexpr std::size_t corridorsPerPlace = 8;
  std::size_t places = 0;
  std::size_t sinks = 0;
  std::vector<std::uint32_t> heads;
  std::vector<double> cumulative;
  std::vector<double> means;

  explicit Graph(const std::string& path) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
        std::fopen(path.c_str(), "r"), &std::fclose);
    std::size_t width = 0;
    if (!file || std::fscanf(file.get(), "%zu %zu %zu", &places, &width, &sinks) != 3 ||
        width != corridorsPerPlace) {
      fail("cannot read the graph " + path);
    }
    const std::size_t corridors = (places - sinks) * corridorsPerPlace;
    double sum = 0;
    for (std::size_t corridor = 0; corridor < corridors; ++corridor) {
      unsigned head = 0;
      double share = 0;
      double mean = 0;
      if (std::fscanf(file.get(), "%u %lf %lf", &head, &share, &mean) != 3) {
        fail("the graph ends too early: " + path);
      }
      sum = corridor % corridorsPerPlace == 0 ? share : sum + share;
      heads.push_back(head);
      cumulative.push_back(sum);
      means.push_back(mean);
    }
  }
};

template <class Order>
void walk(const std::string& name, std::size_t walkers, std::size_t replications,
          const std::string& path) {
  const Graph graph(path);
  const std::size_t transient = graph.places - graph.sinks;
  std::vector<std::uint64_t> passages(graph.places);
  std::vector<std::uint64_t> seizures(graph.heads.size());
  std::size_t events = 0;
  const double start = processorSeconds();
  for (std::size_t replication = 0; replication < replications; ++replication) {
    Random random(1000 + replication);
    Heap<Order> heap(walkers + 1);
    std::uint32_t sequence = 0;
    for (std::size_t walker = 0; walker < walkers; ++walker) {
      heap.push({random.exponential(), static_cast<std::uint32_t>(walker % 10), sequence++});
    }
    while (!heap.empty()) {
      const Event event = heap.pop();
      const std::size_t place = event.payload;
      ++events;
      ++passages[place];
      if (place >= transient) continue;
      const double* row = &graph.cumulative[place * Graph::corridorsPerPlace];
      const double draw = random.uniform();
      std::size_t corridor = place * Graph::corridorsPerPlace;
      for (std::size_t choice = 0; choice + 1 < Graph::corridorsPerPlace; ++choice) {
        corridor += draw >= row[choice];
      }
      if (random.uniform() < 0.02) {
        ++seizures[corridor];
        continue;
      }
      heap.push({event.time + random.exponential() * graph.means[corridor],
                 graph.heads[corridor], sequence++});
    }
  }
  const double seconds = processorSeconds() - start;
  report(name, events, seconds,
         static_cast<double>(events) / static_cast<double>(walkers * replications));
}

template <class Order>
void run(const std::string& load, const std::string& name,
         const std::vector<std::string>& words) {
  const auto number = [&](std::size_t index) -> std::size_t {
    if (index >= words.size()) fail("a number is missing after " + load);
    char* end = nullptr;
    const unsigned long long value = std::strtoull(words[index].c_str(), &end, 10);
    if (*end != 0 || value == 0) fail("found " + words[index] + ", expected a number above 0");
    return value;
  };
  if (load == "hold") return hold<Order>(name, number(0), number(1));
  if (load == "mm1") return queue<Order>(name, number(0));
  if (load == "walk") {
    if (words.size() < 3) fail("the walk needs a graph");
    return walk<Order>(name, number(0), number(1), words[2]);
  }
  fail("there is no load " + load + "; there are hold, mm1 and walk");
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) fail("expected a load and a variant");
  const std::string load = words[1];
  const std::string variant = words[2];
  const std::string name = "reference-" + variant + "-" + load;
  const std::vector<std::string> rest(words + 3, words + count);
  if (variant == "plain") run<ByTime>(load, name, rest);
  else if (variant == "stable") run<ByTimeAndSequence>(load, name, rest);
  else fail("there is no variant " + variant + "; there are plain and stable");
}
