resource "azurerm_kubernetes_cluster" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"
}

resource "azurerm_kubernetes_cluster" "imaging" {
  name                              = "imaging"
  resource_group_name               = "clinic"
  location                          = "eastus2"
  dns_prefix                        = "clinic"
  role_based_access_control_enabled = true
}
