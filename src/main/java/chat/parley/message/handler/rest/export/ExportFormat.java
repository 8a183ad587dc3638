package chat.parley.message.handler.rest.export;

import chat.parley.shared.id.WireEnum;

/** For whom an export is. */
public enum ExportFormat implements WireEnum {
    /** For programs. */
    JSON,
    /** For people: one page that needs nothing else. */
    HTML
}
