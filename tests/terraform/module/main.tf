# What the recorded expressions may refer to. The record script applies `many` and `counted`, so that they are known,
# and nothing else: `later` stays what a plan shows as known after apply.

variable "names" {
  type    = list(string)
  default = ["beta", "alpha", 3]
}

variable "zones" {
  type    = set(string)
  default = ["b", "a", "b"]
}

variable "limits" {
  type    = map(number)
  default = { soft = "10", hard = 20 }
}

variable "settings" {
  type = object({
    name      = string
    retention = optional(number, 7)
    tags      = optional(map(string), { team = "care" })
    kms_key   = optional(string)
    rules     = optional(list(object({ port = number, open = optional(bool, false) })), [])
  })
  default = {
    name  = 42
    extra = "dropped"
    rules = [{ port = "443" }, { port = 80, open = "true" }]
  }
}

variable "pair" {
  type    = tuple([string, number])
  default = [1, "2"]
}

variable "anything" {
  type    = any
  default = { list = ["x"], flag = true }
}

variable "nothing" {
  type    = string
  default = null
}

variable "password" {
  type      = string
  default   = "s3cret"
  sensitive = true
}

locals {
  environments = { prod = { size = 3, public = false }, dev = { size = 1, public = true } }
  text         = "Grüße, 世界"
  chain        = local.link
  link         = "end"
  empty        = []
  nested       = { a = { b = [{ c = "deep" }] } }
}

resource "terraform_data" "later" {
  input = "given"
}

resource "terraform_data" "many" {
  for_each = { one = 1, two = 2 }
  input    = { name = each.key, number = each.value }
}

resource "terraform_data" "counted" {
  count = 3
  input = "item-${count.index}"
}

resource "terraform_data" "none" {
  count = 0
  input = "never"
}
