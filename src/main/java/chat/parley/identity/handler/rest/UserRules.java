package chat.parley.identity.handler.rest;

/** The shape of what people may write about themselves; quantifiers count code points, as the database does. */
final class UserRules {
    /** Not beginning with a combining mark, which would change the character before it. */
    static final String USERNAME = "(?!\\p{M})(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}._-]{2,32}";

    static final String USERNAME_MESSAGE = "must be 2 to 32 letters, digits, dots, underscores or hyphens";

    static final String EMAIL = "[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}.]{2,}";
    static final String EMAIL_MESSAGE = "must be an e-mail address";
    static final int EMAIL_MAX = 254;

    /** Twice the most code points a password may have: more cannot be right, and is not worth hashing. */
    static final int PASSWORD_MAX = 256;

    static final String LINE_64 = "\\P{Cntrl}{1,64}";
    static final String OPTIONAL_LINE_64 = "\\P{Cntrl}{0,64}";
    static final String LINE_64_MESSAGE = "must be one line of at most 64 characters";

    static final String OPTIONAL_TEXT_500 = "[\\P{Cntrl}\\n\\t]{0,500}";
    static final String TEXT_500_MESSAGE = "must have at most 500 characters";

    static final String OPTIONAL_LOCALE = "|(?=.{2,16}$)[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";
    static final String LOCALE_MESSAGE = "must be a language tag such as en or zh-CN";

    private UserRules() {}
}
