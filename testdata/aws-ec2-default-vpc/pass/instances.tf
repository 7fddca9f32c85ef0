variable "subnet" { type = string }

resource "aws_instance" "ehr" {
  ami       = "ami-0a1b2c3d"
  subnet_id = "subnet-0a1b2c3d"
}
