module "role" {
  source  = "./role"
  actions = ["*"] # expect: fail
}
