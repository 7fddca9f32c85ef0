variable "private" {}

resource "azurerm_kubernetes_cluster" "clinic" {
  name                    = "clinic"
  resource_group_name     = "clinic"
  location                = "eastus2"
  dns_prefix              = "clinic"
  private_cluster_enabled = var.private # expect: open
}
