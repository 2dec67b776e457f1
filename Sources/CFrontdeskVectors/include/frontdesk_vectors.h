#ifndef FRONTDESK_VECTORS_H
#define FRONTDESK_VECTORS_H

#include <stddef.h>

/// The bytes of english.fdv, which lie in the program itself.
const void *_Nonnull frontdesk_vectors_english(void);
size_t frontdesk_vectors_english_size(void);

#endif
