resource "azurerm_virtual_machine" "records" {
  name                  = "records"
  resource_group_name   = "clinic"
  location              = "eastus2"
  vm_size               = "Standard_D2s_v5"
  network_interface_ids = [azurerm_network_interface.records.id]

  storage_os_disk {
    name          = "os"
    create_option = "FromImage"
    vhd_uri       = "https://clinicdisks.blob.core.windows.net/vhds/os.vhd" # expect: fail
  }
}
