resource "aws_instance" "ehr" {
  ami                         = "ami-0a1b2c3d"
  associate_public_ip_address = true # expect: fail
}

resource "aws_launch_template" "ehr" {
  image_id = "ami-0a1b2c3d"
  network_interfaces {
    associate_public_ip_address = "true" # expect: fail
  }
}

resource "aws_launch_configuration" "ehr" {
  image_id                    = "ami-0a1b2c3d"
  associate_public_ip_address = true # expect: fail
}
