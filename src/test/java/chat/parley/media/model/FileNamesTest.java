package chat.parley.media.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void aNameIsNoPath() {
        assertThat(FileNames.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.clean("C:\\Users\\ann\\cat.gif")).isEqualTo("cat.gif");
        assertThat(FileNames.clean("..")).isEqualTo("file");
        assertThat(FileNames.clean("")).isEqualTo("file");
    }

    @Test
    void whatCannotBeSeenIsLeftOut() {
        assertThat(FileNames.clean("exe\u202Egpj.txt\r\n\0")).isEqualTo("exegpj.txt");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String name = FileNames.clean("长".repeat(300) + ".pdf");
        assertThat(name).endsWith(".pdf").hasSizeLessThanOrEqualTo(200);
    }
}
