// Runs commands one after the other, a process each, and times them. A line of the file is a command, its words divided by
// tabs: first NAME=value for its environment and <FILE for its standard input, then the program with its arguments.
// What a command prints is thrown away; the first that fails ends the run.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include "result.h"

enum { most_words = 64 };
extern char **environ;

static char **environment_with(char *const *added, int count) {
  static char *all[512 + most_words];
  int at = 0;
  while (at < count) {
    all[at] = added[at];
    at++;
  }
  for (char **one = environ; *one && at < 512; one++) all[at++] = *one;
  all[at] = NULL;
  return all;
}

static void run(char *line) {
  char *words[most_words + 1], *added[most_words], *input = "/dev/null", *rest = NULL;
  int count = 0, variables = 0;
  for (char *word = strtok_r(line, "\t\n", &rest); word && count < most_words; word = strtok_r(NULL, "\t\n", &rest)) {
    if (count == 0 && *word == '<') input = word + 1;
    else if (count == 0 && strchr(word, '=')) added[variables++] = word;
    else words[count++] = word;
  }
  words[count] = NULL;
  if (!count) return;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  pid_t child;
  int status, error = posix_spawn(&child, words[0], &actions, NULL, words, environment_with(added, variables));
  posix_spawn_file_actions_destroy(&actions);
  if (error) fail(words[0], strerror(error));
  if (waitpid(child, &status, 0) < 0) fail("waitpid", strerror(errno));
  if (status) {
    for (int at = 0; at < count; at++) fprintf(stderr, "%s ", words[at]);
    fail("", "failed");
  }
}

int main(int count, char **words) {
  if (count < 2) fail("usage", "run FILE [--latencies]");
  FILE *file = fopen(words[1], "r");
  if (!file) fail(words[1], strerror(errno));
  char *lines[1 << 17], *line = NULL;
  size_t room = 0, total = 0;
  while (total < sizeof lines / sizeof *lines && getline(&line, &room, file) > 0) lines[total++] = strdup(line);
  struct result result = { 0 };
  double start = now();
  for (size_t at = 0; at < total; at++) {
    double before = now();
    run(lines[at]);
    if (count > 2) add_latency(&result, before);
  }
  result.seconds = now() - start;
  print_result(&result);
}
