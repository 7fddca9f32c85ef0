resource "aws_elb" "portal" {
  listener {
    instance_port     = 8080
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http" # expect: fail
  }
}

resource "aws_elb" "tcp" {
  listener {
    instance_port     = 8080
    instance_protocol = "tcp"
    lb_port           = 80
    lb_protocol       = "tcp" # expect: fail
  }
}
