package chat.parley.shared.web.docs;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Rules in the code are Java's patterns for whole values; in the document they are read as JavaScript's, which are found
 * anywhere in a value. One that means the same in both is anchored. One with Unicode's properties is left out, because
 * many generated clients would read it wrongly and refuse good values; the description says the rule in words.
 */
@OpenApiFilter(RunStage.BUILD)
public class PatternDocsFilter implements OASFilter {
    /** Written by the document's generator itself, and meant to be found anywhere. */
    private static final String NOT_BLANK = "\\S";

    @Override
    public Schema filterSchema(Schema schema) {
        String pattern = schema.getPattern();
        if (pattern != null) {
            schema.setPattern(anchored(pattern));
        }
        return schema;
    }

    private static @Nullable String anchored(String pattern) {
        if (pattern.contains("\\p{") || pattern.contains("\\P{")) {
            return null;
        }
        return pattern.startsWith("^") || pattern.equals(NOT_BLANK) ? pattern : "^(?:" + pattern + ")$";
    }
}
