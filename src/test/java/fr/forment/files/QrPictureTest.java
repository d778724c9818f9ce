package fr.forment.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Another library reads what ours has drawn. */
public class QrPictureTest {

    private static final int SCALE = 4;

    @Test
    void isReadByATelephone() throws Exception {
        String address = "https://forment.exemple.fr/presence/code/4711-1-89234567-abcdefghijklmnopqrstuv";
        assertThat(read(QrPicture.of(address))).isEqualTo(address);
    }

    /**
     * The reader searches a photo for three corners and misses some clean drawings; told that this is one, it does not.
     */
    @Test
    void isReadWhateverItSays() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            String address = "https://forment.exemple.fr/presence/code/" + i + "-1-89234567-"
                    + Integer.toString(i * 31 + 17, 36) + "abcdefghijklmnopqr";
            assertThat(read(QrPicture.of(address))).isEqualTo(address);
        }
    }

    /** Paints the squares of the path as a browser would. */
    public static String read(QrPicture picture) throws Exception {
        return read(picture.size(), picture.path());
    }

    public static String read(int size, String path) throws Exception {
        int side = size * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        for (MatchResult square : Pattern.compile("M(\\d+),(\\d+)h1v1h-1z")
                .matcher(path)
                .results()
                .toList()) {
            int left = Integer.parseInt(square.group(1)) * SCALE;
            int top = Integer.parseInt(square.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + SCALE, 0);
            }
        }
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
