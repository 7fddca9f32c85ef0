resource "azurerm_storage_account_network_rules" "records" {
  storage_account_id = azurerm_storage_account.records.id
  default_action     = "Deny"
  ip_rules           = ["203.0.113.20"]
}
