resource "aws_internet_gateway" "spare" {
}
