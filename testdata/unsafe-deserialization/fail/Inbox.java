import java.io.*;
import com.fasterxml.jackson.databind.ObjectMapper;

class Inbox {
    Object a(InputStream in) throws Exception {
        ObjectInputStream objects = new ObjectInputStream(in);
        return objects.readObject(); // expect: fail
    }
    void b(ObjectMapper mapper) { mapper.enableDefaultTyping(); } // expect: fail
}
