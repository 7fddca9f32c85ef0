resource "aws_subnet" "public" {
  vpc_id                  = "vpc-0a1b2c3d"
  map_public_ip_on_launch = true # expect: fail
}

resource "aws_emr_cluster" "cohorts" {
  name = "cohorts"
  ec2_attributes {
    subnet_id = aws_subnet.public.id
  }
}

# Without a subnet EMR takes the default VPC.
resource "aws_emr_cluster" "nowhere" { # expect: fail
  name = "cohorts-2"
}
