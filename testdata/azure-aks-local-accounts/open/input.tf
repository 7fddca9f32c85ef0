variable "entra_only" {}

resource "azurerm_kubernetes_cluster" "clinic" {
  name                   = "clinic"
  resource_group_name    = "clinic"
  location               = "eastus2"
  dns_prefix             = "clinic"
  local_account_disabled = var.entra_only # expect: open
}
