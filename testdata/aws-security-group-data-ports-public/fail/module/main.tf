module "records" {
  source    = "./group"
  name      = "records"
  addresses = ["0.0.0.0/0"] # expect: fail
}
