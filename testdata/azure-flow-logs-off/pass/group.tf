resource "azurerm_network_security_group" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
}

resource "azurerm_virtual_network" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  address_space       = ["10.20.0.0/16"]
}

resource "azurerm_network_watcher_flow_log" "clinic" {
  name                      = "clinic"
  network_watcher_name      = "watcher-eastus2"
  resource_group_name       = "NetworkWatcherRG"
  storage_account_id        = azurerm_storage_account.logs.id
  network_security_group_id = azurerm_network_security_group.clinic.id
  enabled                   = true
}
