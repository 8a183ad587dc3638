package broken.frameworks.room.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A model that knows how it is written as JSON. */
record Room(@JsonProperty("title") String name) {}
