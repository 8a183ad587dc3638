package chat.parley.media.handler.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "UploadLimits", description = "What one may upload.")
record UploadLimitsResponse(
        @Schema(description = "The largest file, in bytes.") long maxBytes,

        @Schema(description = "What all of one's files may take together, in bytes.")
        long quotaBytes,

        @Schema(description = "What they take.") long usedBytes) {}
