resource "azurerm_kubernetes_cluster" "clinic" { # expect: fail
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"
}

resource "azurerm_kubernetes_cluster" "imaging" {
  name                   = "imaging"
  resource_group_name    = "clinic"
  location               = "eastus2"
  dns_prefix             = "clinic"
  local_account_disabled = false # expect: fail
}
