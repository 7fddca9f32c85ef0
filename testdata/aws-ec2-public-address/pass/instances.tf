resource "aws_instance" "ehr" {
  ami = "ami-0a1b2c3d"
}

resource "aws_launch_template" "ehr" {
  network_interfaces {
    associate_public_ip_address = false
  }
}

resource "aws_launch_configuration" "ehr" {
  associate_public_ip_address = false
}
