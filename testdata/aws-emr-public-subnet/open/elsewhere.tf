resource "aws_emr_cluster" "cohorts" {
  name = "cohorts"
  ec2_attributes {
    subnet_id = "subnet-0a1b2c3d" # expect: open
  }
}
