resource "azurerm_kubernetes_cluster" "clinic" { # expect: fail
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"
}
