import org.apache.commons.net.ftp.FTPClient;

class Lab {
    Object a() { return new FTPClient(); } // expect: fail
}
