package chat.parley.identity.integration;

/** How dear one hash is: the memory in KiB, the passes over it, and the lanes. */
record Argon2Cost(int memoryKib, int iterations, int parallelism) {}
