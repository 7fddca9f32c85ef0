resource "azurerm_network_watcher_flow_log" "clinic" {
  name                 = "clinic"
  network_watcher_name = "watcher-eastus2"
  resource_group_name  = "NetworkWatcherRG"
  storage_account_id   = azurerm_storage_account.logs.id
  target_resource_id   = azurerm_virtual_network.clinic.id
  enabled              = true

  retention_policy {
    enabled = true
    days    = 7 # expect: fail
  }
}
