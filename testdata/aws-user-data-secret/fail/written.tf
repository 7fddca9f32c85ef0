resource "aws_launch_configuration" "worker" {
  image_id      = "ami-0a1b2c3d4e5f60718"
  instance_type = "t3.large"
  user_data     = "aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE" # expect: fail
}
