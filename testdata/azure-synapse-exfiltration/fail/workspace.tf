resource "azurerm_synapse_workspace" "research" { # expect: fail
  name                                 = "clinic-research"
  resource_group_name                  = "clinic"
  location                             = "eastus2"
  storage_data_lake_gen2_filesystem_id = azurerm_storage_data_lake_gen2_filesystem.research.id
}

resource "azurerm_synapse_workspace" "claims" {
  name                                 = "clinic-claims"
  resource_group_name                  = "clinic"
  location                             = "eastus2"
  storage_data_lake_gen2_filesystem_id = azurerm_storage_data_lake_gen2_filesystem.research.id
  managed_virtual_network_enabled      = true
  data_exfiltration_protection_enabled = false # expect: fail
}
