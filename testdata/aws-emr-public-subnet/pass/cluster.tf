resource "aws_subnet" "private" {
  vpc_id = "vpc-0a1b2c3d"
}

resource "aws_emr_cluster" "cohorts" {
  name = "cohorts"
  ec2_attributes {
    subnet_id = aws_subnet.private.id
  }
}
