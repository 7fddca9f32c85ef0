import java.io.File;
import java.nio.file.attribute.PosixFilePermissions;

class Export {
    void a(File file) {
        file.setWritable(true, true);
        PosixFilePermissions.fromString("rw-------");
    }
}
