// What every driver in C shares: the clock, the one line of JSON that a driver prints, and the names and addresses that
// all drivers agree on. Not a part of what is measured.
#pragma once
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { repeats = 5, address_links = 100 };   // of a dump, after one that does not count; that addresses are spread over

struct result {
  double seconds;
  long count, checksum;      // of what was listed
  int repeat;
  double *latencies;         // microseconds
  size_t latency_count;
};

static inline double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return (double)at.tv_sec + (double)at.tv_nsec / 1e9;
}

__attribute__((noreturn)) static inline void fail(const char *what, const char *why) {
  fprintf(stderr, "%s: %s\n", what, why);
  exit(1);
}

static inline void add_latency(struct result *result, double since) {
  double *grown = realloc(result->latencies, (result->latency_count + 1) * sizeof *grown);
  if (!grown) fail("realloc", "out of memory");
  result->latencies = grown;
  result->latencies[result->latency_count++] = (now() - since) * 1e6;
}

static inline void print_result(const struct result *result) {
  printf("{\"seconds\":%.9f", result->seconds);
  if (result->repeat) printf(",\"repeat\":%d,\"count\":%ld,\"checksum\":%ld", result->repeat, result->count, result->checksum);
  if (result->latency_count) {
    printf(",\"latencies\":[");
    for (size_t at = 0; at < result->latency_count; at++) printf("%s%.2f", at ? "," : "", result->latencies[at]);
    printf("]");
  }
  printf("}\n");
}

// Host byte order. bench/plan.ts has the same.
static inline uint32_t pod_address(int i) { return 0x0a010000u + (uint32_t)i + 2; }
static inline uint32_t gateway(void) { return 0x0a010001u; }
static inline uint32_t route_address(int i) { return 0x0a800000u + (uint32_t)i; }
static inline uint32_t link_address(int i) { return 0x0ac00000u + (uint32_t)i; }

static inline int is(const char *word, const char *other) { return strcmp(word, other) == 0; }
