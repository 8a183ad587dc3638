package chat.parley.bench.golden;

import java.util.Locale;
import java.util.Random;

/** A way of writing, with syllables out of which words are made up that mean nothing. */
enum Script {
    LATIN(
            " ",
            2,
            "ka to mi re lo san ter ing ver un con pre al ti on de por gra ble est che qui sto ly ne ra vo sch wi ge né"
                    + " ço ñu für ßa öm æl łó"),
    CYRILLIC(
            " ",
            2,
            "ка то ми ре ло сан тер инг вер ун кон пре аль ти он де пор гра бле ест че кви сто ли не ра во шу щи ге ёл"
                    + " йо мый цу жда хе эт юр яб"),
    GREEK(
            " ",
            2,
            "κα το μι ρε λο σαν τερ ινγ βερ ουν κον πρε αλ τι ον δε πορ γρα βλε εστ χε φυ στο λι νε ρα ψο θη ξυ ζω ά"
                    + " έλ ίς ότ ύν ώμ"),
    ARABIC(
            " ",
            2,
            "كا تو مي ري لو سان تر نج فر ون كون بر ال تي عن دي بور جرا بل ست شي قو صط لي ني را فو ها زي غط ضم ظل"),
    HEBREW(
            " ",
            2,
            "קא תו מי רי לו סן טר נג ור ון קון פר אל תי ען די פור גרא בל סט שי קו צט לי ני רא פו הא זי חג עמ ים"),
    CHINESE("", 1, "天地人山水火风云日月星花草木石金银铜铁河海湖江春夏秋冬东西南北高低大小多少长短新旧好坏来去上下左右前后书笔纸墨"),
    JAPANESE("", 1, "あいうえおかきくけこさしすせそたちつてとなにぬねのがぎぐげござじずぜぞアイウエオカキクケコ山川空海雨雪花鳥風月"),
    KOREAN(" ", 1, "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추");

    private final String space;
    private final String[] syllables;

    Script(String space, int width, String syllables) {
        this.space = space;
        this.syllables = width == 2 ? syllables.split(" ") : syllables.split("");
    }

    String space() {
        return space;
    }

    /** So many different words, none too common in the others. */
    String[] words(int count, Random chance) {
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            int length = 2 + chance.nextInt(3);
            for (int j = 0; j < length; j++) {
                word.append(syllables[chance.nextInt(syllables.length)]);
            }
            words[i] = word.toString();
        }
        return words;
    }

    /** The word with a capital letter, where there are such. */
    static String capital(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }
}
