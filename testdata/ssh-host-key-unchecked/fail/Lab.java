import com.jcraft.jsch.*;
import net.schmizz.sshj.transport.verification.PromiscuousVerifier;

class Lab {
    void a(Session session) {
        session.setConfig("StrictHostKeyChecking", "no"); // expect: fail
        client().addHostKeyVerifier(new PromiscuousVerifier()); // expect: fail
    }
}
