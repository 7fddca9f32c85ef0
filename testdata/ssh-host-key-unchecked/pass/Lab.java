import com.jcraft.jsch.Session;

class Lab {
    void a(Session session) {
        session.setConfig("StrictHostKeyChecking", "yes");
    }
}
