package chat.parley.permission;

import io.restassured.response.Response;

/**
 * How a call ended.
 *
 * @param code of the error; empty if the call was allowed
 */
record Outcome(int status, String code, String detail) {
    static final Outcome DONE = new Outcome(200, "", "");

    static Outcome of(Response answer) {
        int status = answer.statusCode();
        return status < 400
                ? new Outcome(status, "", "")
                : new Outcome(status, answer.path("code"), answer.path("detail"));
    }

    static Outcome refused(String code, String detail) {
        return new Outcome(0, code, detail);
    }

    boolean isAllowed() {
        return code.isEmpty();
    }

    String cell() {
        return isAllowed() ? "yes" : "`" + code + "`";
    }
}
