#ifndef CMEASURE_H
#define CMEASURE_H
#include <stddef.h>
#include <stdint.h>

/// How many times this thread has asked for memory since it began: malloc, calloc, realloc and aligned memory.
uint64_t cmeasure_allocations(void);

/// A trie over words, in plain C: what finding a sentence costs at least.
typedef struct cmeasure_trie cmeasure_trie;

/// Makes a trie for about so many words; all memory is taken at once.
cmeasure_trie *cmeasure_trie_new(size_t words);

/// Adds a sentence of ASCII words; 0 when there is no room left.
int cmeasure_trie_add(cmeasure_trie *trie, const char *text, size_t length, int32_t value);

/// Folds and cuts a text into words and walks the trie by them; the value of the sentence, or -1.
int32_t cmeasure_trie_find(const cmeasure_trie *trie, const char *text, size_t length);

void cmeasure_trie_free(cmeasure_trie *trie);

/// Gives memory that nobody uses back to the system.
void cmeasure_trim(void);
#endif
