resource "azurerm_synapse_workspace" "research" {
  name                                 = "clinic-research"
  resource_group_name                  = "clinic"
  location                             = "eastus2"
  storage_data_lake_gen2_filesystem_id = azurerm_storage_data_lake_gen2_filesystem.research.id
  managed_virtual_network_enabled      = true
  data_exfiltration_protection_enabled = true
}
